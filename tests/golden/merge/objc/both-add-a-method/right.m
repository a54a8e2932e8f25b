#import <Foundation/Foundation.h>
#import "Item.h"

@interface Store : NSObject
@property (nonatomic, copy) NSString *name;
- (void)add:(Item *)item;
@end

@implementation Store

// Adds one.
- (void)add:(Item *)item {
    [self.items addObject:item];
}

- (NSUInteger)count {
    return self.items.count;
}

- (Item *)first {
    return self.items.firstObject;
}

@end
