#import <Foundation/Foundation.h>
#import "Item.h"

@interface Store : NSObject
@property (nonatomic, copy) NSString *name;
- (void)add:(Item *)item;
@end

@implementation Store

- (NSUInteger)count {
    return self.items.count;
}

// Adds one.
- (void)add:(Item *)item {
    [self.items addObject:item];
}

@end
