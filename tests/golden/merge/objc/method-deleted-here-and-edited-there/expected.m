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

<<<<<<< left
=======
- (NSUInteger)count {
    return self.items.count + 1;
}

>>>>>>> right
@end
